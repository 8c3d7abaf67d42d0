/** 下载: every table as a file for spreadsheets and maps, and the files of the evaluation as they are. */
package org.signalup.web.internal.download;
