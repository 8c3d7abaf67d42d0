/** What people are told: in the pages, by mail, by webhook. */
package org.signalup.web.internal.notice;
