/** The sections of the report, one class each, in words and charts. */
package org.signalup.publish.internal.section;
