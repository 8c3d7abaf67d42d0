/** 来源对照: where drive, probe and app tests of one target disagree. */
package org.signalup.web.internal.disagree;
