/** 众测过滤: what the filters of crowd samples did to an evaluation, and what it would be without one of them. */
package org.signalup.web.internal.crowd;
