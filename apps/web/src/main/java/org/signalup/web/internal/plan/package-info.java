/** 下一步测什么: what still has to be tested, gathered by place and line, and a day's tour through it. */
package org.signalup.web.internal.plan;
