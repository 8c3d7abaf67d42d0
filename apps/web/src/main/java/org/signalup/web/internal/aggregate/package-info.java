/** 业务汇总数据: files of service aggregates that internet companies bring. */
package org.signalup.web.internal.aggregate;
