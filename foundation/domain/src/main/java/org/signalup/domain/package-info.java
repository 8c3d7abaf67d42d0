/** The shared words of the programme: codes, verdicts, periods, texts in two languages, problems. JDK only. */
package org.signalup.domain;
