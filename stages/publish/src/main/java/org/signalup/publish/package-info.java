/** Last step: results that people read. Starting point: {@link org.signalup.publish.Report}. */
package org.signalup.publish;
