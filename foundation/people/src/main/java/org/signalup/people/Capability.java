package org.signalup.people;

import org.signalup.domain.Text;

/** One thing somebody may do. Names are stored and stand in row policies: never renamed. */
public enum Capability {
    LEDGER_READ(Text.of("查看台账", "see the ledger")),
    LEDGER_EDIT(Text.of("编辑台账", "edit the ledger")),
    LEDGER_FREEZE(Text.of("冻结台账基线，复核移出与免测", "freeze the baseline, confirm removals and exemptions")),
    BASE_FIGURE_EDIT(Text.of("填报底数", "state base figures")),
    DONE_CLAIM(Text.of("上报完成", "report places as done")),
    RESULT_READ(Text.of("查看评测结果", "see results of evaluations")),
    SAMPLE_READ(Text.of("查看样本", "see samples")),
    SAMPLE_SEND(Text.of("发送采样", "send samples")),
    PROBE_MANAGE(Text.of("管理探针", "look after probes")),
    EVALUATION_RUN(Text.of("运行评测", "run evaluations")),
    PEOPLE_MANAGE(Text.of("管理账号与单位", "look after accounts and organisations")),
    TOKEN_MANAGE(Text.of("管理自己的接口令牌", "look after one's own API tokens")),
    AUDIT_READ(Text.of("查看操作记录", "see the record of changes")),
    PLATFORM_MANAGE(Text.of("设置平台", "set up the platform"));

    private final Text text;

    Capability(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
