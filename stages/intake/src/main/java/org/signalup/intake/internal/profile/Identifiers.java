package org.signalup.intake.internal.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.signalup.intake.PersonalKind;

/** Headings of what identifies a person or a phone; such columns are dropped whatever the profile. */
public final class Identifiers {
    private static final Map<String, PersonalKind> WORDS = new HashMap<>();

    static {
        name(PersonalKind.IMEI, "imei", "imeisv", "deviceid(imei)", "终端串号", "串号");
        name(PersonalKind.IMSI, "imsi");
        name(PersonalKind.ICCID, "iccid");
        name(PersonalKind.MSISDN, "msisdn", "phone", "phonenumber", "phoneno", "mobile", "mobilenumber", "手机号", "手机号码");
        name(PersonalKind.MSISDN, "电话", "电话号码", "号码", "主叫号码", "被叫号码", "用户号码", "caller", "callee", "联系电话");
        name(PersonalKind.SERIAL, "serial", "serialnumber", "deviceserialnumber", "deviceserial", "sn", "序列号", "设备序列号");
        name(PersonalKind.MISSION, "missionid");
        name(PersonalKind.IP, "ip", "ipaddress", "ipanonym", "clientip", "publicip", "localip", "serverip", "ip地址");
        name(PersonalKind.TOKEN, "token", "testtoken", "accesstoken", "pingtoken", "令牌");
        name(PersonalKind.MAC, "mac", "macaddress", "mac地址", "bssid");
        name(PersonalKind.CLIENT, "androidid", "idfa", "oaid", "clientuuid", "openuuid", "installid", "advertisingid");
        name(PersonalKind.ACCOUNT, "email", "mail", "邮箱", "姓名", "身份证", "身份证号", "username", "用户名", "联系人");
    }

    private Identifiers() {}

    /** Whether a heading names what identifies a person or a phone. */
    public static boolean named(String heading) {
        return kind(Heading.of(heading)).isPresent();
    }

    /** What a heading says its column holds; empty when it names nobody. */
    static Optional<PersonalKind> kind(Heading heading) {
        String key = heading.key();
        // Of flattened records and grouped columns the last part is the name: deviceInfo.imei, 基本信息/手机号.
        int last = Math.max(key.lastIndexOf('.'), key.lastIndexOf('/'));
        return Optional.ofNullable(WORDS.get(plain(key)))
                .or(() -> Optional.ofNullable(WORDS.get(plain(key.substring(last + 1)))));
    }

    private static String plain(String key) {
        return key.replaceAll("[\\s_\\-.()\\[\\]]", "");
    }

    private static void name(PersonalKind kind, String... words) {
        for (String word : words) {
            WORDS.put(plain(word), kind);
        }
    }
}
