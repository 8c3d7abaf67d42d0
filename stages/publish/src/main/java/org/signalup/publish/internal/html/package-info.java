/** HTML that is escaped and bilingual by construction: text, tables, charts, numbers. Knows nothing of coverage. */
package org.signalup.publish.internal.html;
