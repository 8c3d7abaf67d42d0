/** 线路: the list, and one line along its kilometres. */
package org.signalup.web.internal.line;
