/** 附件: files people put beside what they keep. */
package org.signalup.people.attachment;
