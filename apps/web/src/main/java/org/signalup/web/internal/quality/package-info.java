/** 数据质量: what was read, used, thinned and refused, file by file, and what looks wrong though it was used. */
package org.signalup.web.internal.quality;
