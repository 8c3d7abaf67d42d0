/** Tables as files for other programs: spreadsheets and maps. */
package org.signalup.publish.internal.table;
