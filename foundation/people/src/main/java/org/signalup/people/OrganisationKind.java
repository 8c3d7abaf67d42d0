package org.signalup.people;

import org.signalup.domain.Text;

/** What an organisation is in the programme; decides what its people may do, and by what its reach is limited. */
public enum OrganisationKind {
    ADMINISTRATION(Text.of("通信管理局", "communications administration")),
    ASSESSOR(Text.of("评测机构", "assessor")),
    OPERATOR(Text.of("基础电信企业", "operator")),
    TOWER(Text.of("铁塔企业", "tower company")),
    DEPARTMENT(Text.of("行业主管部门", "sector department")),
    OWNER(Text.of("场所业主单位", "venue owner")),
    INTERNET(Text.of("互联网企业", "internet company")),
    AUDITOR(Text.of("审计单位", "auditor"));

    private final Text text;

    OrganisationKind(Text text) {
        this.text = text;
    }

    /** Whether it builds the networks it measures: what it sends is a test of its own work (自测). */
    public boolean measuresItself() {
        return this == OPERATOR || this == TOWER;
    }

    public Text text() {
        return text;
    }
}
