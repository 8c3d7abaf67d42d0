package org.signalup.intake.internal.profile;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.signalup.intake.PersonalKind;

/** Headings of what identifies a person or a phone; such columns are dropped whatever the profile. */
public final class Identifiers {
    /** Whose it is, before the name: of a terminal, a user, a party to a call. */
    private static final String OWNER =
            "(?:ue|device|terminal|handset|phone|mobile|client|user|subscriber|customer|tester|contact"
                    + "|caller|callee|calling|called|sim|usim|card|local|public|private|source|src|dest|dst|remote|peer|wifi|wlan"
                    + "|测试人员|测试人|测试员|测试|终端|设备|手机|客户端|用户|客户|本机|对端|主叫|被叫|联系人|本地|公网|内网|源|目的|登录|访问)";
    /** What may follow the name: which of several, how it is written or veiled. */
    private static final String OWN = "(?:number|num|no|code|id|address|addr|hash|md5|sha1|sha256|v4|v6|slot|sim"
            + "|号|编号|码|地址|主叫|被叫|脱敏|加密|明文|卡|[0-9一二])";

    private static final Map<PersonalKind, Pattern> NAMES = new EnumMap<>(PersonalKind.class);
    /** Names that mean nothing else wherever they stand; a letter beside one makes it another word, as in timeInterval. */
    private static final Map<PersonalKind, Pattern> ANYWHERE = new EnumMap<>(PersonalKind.class);

    static {
        name(PersonalKind.IMEI, "imei|imeisv|meid|deviceidimei|串号");
        name(PersonalKind.IMSI, "imsi|supi");
        name(PersonalKind.ICCID, "iccid|simserial|卡号|上网卡号|物联网卡号");
        name(PersonalKind.MSISDN, "msisdn|gpsi|phone|mobile|caller|callee|telephone|tel|手机号|电话|号码|联系电话|主叫号码|被叫号码");
        name(PersonalKind.SERIAL, "serial|sn|序列号");
        name(PersonalKind.MISSION, "missionid|采集任务号|采集任务编号|采集任务id");
        name(PersonalKind.IP, "ip|ipanonym|serverip");
        name(PersonalKind.TOKEN, "(?:test|access|ping|auth|session|api|refresh|push)?token|令牌");
        name(PersonalKind.MAC, "mac|bssid");
        name(PersonalKind.CLIENT, "androidid|安卓id|idfa|idfv|oaid|gaid|clientuuid|openuuid|installid|advertisingid");
        name(PersonalKind.ACCOUNT, "email|mail|邮箱|电子邮箱|邮件|姓名|身份证|username|用户名|联系人|fullname|testername|测试人|测试人员");
        ANYWHERE.put(PersonalKind.IMEI, Pattern.compile("(?<![a-z])imei(?![a-z])|手机串号|终端串号"));
        ANYWHERE.put(PersonalKind.IMSI, Pattern.compile("(?<![a-z])imsi(?![a-z])"));
        ANYWHERE.put(PersonalKind.ICCID, Pattern.compile("(?<![a-z])iccid(?![a-z])"));
        ANYWHERE.put(PersonalKind.MSISDN, Pattern.compile("(?<![a-z])msisdn(?![a-z])|手机号|电话号码"));
        ANYWHERE.put(PersonalKind.ACCOUNT, Pattern.compile("身份证|邮箱"));
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
        return find(NAMES, plain(key))
                .or(() -> find(NAMES, plain(key.substring(last + 1))))
                .or(() -> find(ANYWHERE, key));
    }

    private static Optional<PersonalKind> find(Map<PersonalKind, Pattern> patterns, String text) {
        return patterns.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String plain(String key) {
        return key.replaceAll("[\\s_\\-.()\\[\\]:#]", "");
    }

    private static void name(PersonalKind kind, String names) {
        NAMES.put(kind, Pattern.compile("^" + OWNER + "*(?:" + names + ")" + OWN + "*$"));
    }
}
