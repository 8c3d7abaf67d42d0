/** 对比: two evaluations, operators, regions side by side. */
package org.signalup.web.internal.compare;
