/** Telling people things, and what is on its way to them. */
package org.signalup.people.notice;
