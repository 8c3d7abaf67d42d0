package org.signalup.live;

import org.signalup.domain.Text;

/** Why a row that reads well is not taken from this sender; beside the codes of intake. */
public enum SenderReject {
    OPERATOR_NOT_YOURS(Text.of("该运营商不在发送方范围内", "this operator is not within the sender's reach")),
    PURPOSE_NOT_YOURS(Text.of(
            "企业自己发送的采样只能是自测 SELF", "what an operator or tower company sends by itself can only be purpose SELF"));

    private final Text text;

    SenderReject(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
