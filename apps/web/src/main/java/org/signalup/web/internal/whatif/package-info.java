/** 如果换标准: an evaluation judged again under other limits, for looking, never for publishing. */
package org.signalup.web.internal.whatif;
