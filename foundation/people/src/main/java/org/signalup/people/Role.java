package org.signalup.people;

import org.signalup.domain.Text;

/** What somebody is within their organisation. */
public enum Role {
    /** Also looks after the accounts of the organisation and those below it. */
    MANAGER(Text.of("管理员", "manager")),
    MEMBER(Text.of("成员", "member")),
    READER(Text.of("只读", "reader"));

    private final Text text;

    Role(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
