/** 总览: targets, verdicts by scenario and operator, trend. */
package org.signalup.web.internal.overview;
