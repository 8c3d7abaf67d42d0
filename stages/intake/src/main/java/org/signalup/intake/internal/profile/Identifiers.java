package org.signalup.intake.internal.profile;

import java.util.Set;

/** Headings of what identifies a person or a phone; such columns are dropped whatever the profile. */
final class Identifiers {
    private static final Set<String> WORDS = Set.of(
            "imei",
            "imeisv",
            "imsi",
            "iccid",
            "msisdn",
            "phone",
            "phonenumber",
            "phoneno",
            "mobile",
            "mobilenumber",
            "手机号",
            "手机号码",
            "电话",
            "电话号码",
            "号码",
            "主叫号码",
            "被叫号码",
            "serial",
            "serialnumber",
            "deviceserialnumber",
            "deviceserial",
            "sn",
            "missionid",
            "ip",
            "ipaddress",
            "ipanonym",
            "clientip",
            "publicip",
            "ip地址",
            "token",
            "testtoken",
            "accesstoken",
            "mac",
            "macaddress",
            "mac地址",
            "bssid",
            "androidid",
            "idfa",
            "oaid",
            "email",
            "mail",
            "邮箱",
            "姓名",
            "身份证",
            "身份证号",
            "clientuuid",
            "openuuid",
            "username",
            "用户名",
            "用户号码",
            "终端串号",
            "串号");

    private Identifiers() {}

    static boolean names(Heading heading) {
        return WORDS.contains(heading.key().replaceAll("[\\s_\\-.()\\[\\]]", ""));
    }
}
