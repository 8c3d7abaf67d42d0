/** Bringing files: choose, look at what they are, correct how they are read, have them taken. */
package org.signalup.web.internal.upload;
