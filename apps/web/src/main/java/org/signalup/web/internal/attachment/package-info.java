/** 附件 on pages and for programs. */
package org.signalup.web.internal.attachment;
