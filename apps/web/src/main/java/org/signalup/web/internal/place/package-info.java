/** 场所: the list, and everything about one place on one page. */
package org.signalup.web.internal.place;
