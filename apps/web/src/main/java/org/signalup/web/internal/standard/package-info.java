/** 标准: the standard an evaluation was judged by, in words, every number with its source. */
package org.signalup.web.internal.standard;
