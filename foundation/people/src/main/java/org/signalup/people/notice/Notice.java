package org.signalup.people.notice;

import org.signalup.domain.Text;

/**
 * What somebody is told.
 *
 * @param path page it is about; empty for none
 */
public record Notice(Text title, Text body, String path) {}
