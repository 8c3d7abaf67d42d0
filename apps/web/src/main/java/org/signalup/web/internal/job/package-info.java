/** 评测任务: ordering evaluations, watching them run, having them made every month. */
package org.signalup.web.internal.job;
