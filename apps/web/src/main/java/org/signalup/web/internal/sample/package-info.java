/** 样本: what stands behind the numbers, row by row, with the limit each was held against; and 对质, all operators side by side. */
package org.signalup.web.internal.sample;
