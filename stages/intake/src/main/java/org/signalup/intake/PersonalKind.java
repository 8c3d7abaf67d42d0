package org.signalup.intake;

import org.signalup.domain.Text;

/** What identifies a person or a phone, and so is not kept. */
public enum PersonalKind {
    IMEI("IMEI", "IMEI"),
    IMSI("IMSI", "IMSI"),
    IMEI_IMSI("IMEI/IMSI", "IMEI/IMSI"),
    ICCID("ICCID", "ICCID"),
    MSISDN("手机号", "MSISDN"),
    SERIAL("序列号", "serial number"),
    MISSION("采集任务号", "mission id"),
    IP("IP 地址", "IP address"),
    MAC("MAC 地址", "MAC address"),
    ADDRESS("网络地址或邮箱", "MAC/IP/e-mail"),
    TOKEN("令牌", "token"),
    ACCOUNT("账号、姓名、邮箱", "account, name, e-mail"),
    CLIENT("终端或应用标识", "id of a phone or app"),
    OTHER("导入模板所列", "listed by the profile");

    private final Text text;

    PersonalKind(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
