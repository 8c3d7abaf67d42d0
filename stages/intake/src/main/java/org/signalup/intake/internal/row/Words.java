package org.signalup.intake.internal.row;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.domain.Coded;
import org.signalup.domain.Rat;

/** The words of sample files and what they mean, in the spellings that clients use. */
public final class Words {
    /** What may stand between the parts of a word. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s_()（）-]+");

    private static final Map<String, Rat> RATS = new HashMap<>();
    private static final Pattern PLMN = Pattern.compile("(\\d{3})[- ]?(\\d{1,3})");

    /** Names the dictionary gives in brackets, and short forms of the trade. */
    private static final Map<String, String> TRADE_WORDS = Map.ofEntries(
            Map.entry("众测", "APP"),
            Map.entry("互联网应用数据（众测）", "APP"),
            Map.entry("互联网应用", "APP"),
            Map.entry("步测", "WALK"),
            Map.entry("打点", "WALK"),
            Map.entry("室内步测（打点）", "WALK"),
            Map.entry("拨测", "CQT"),
            Map.entry("监测", "PROBE"),
            Map.entry("DT", "DRIVE"),
            Map.entry("锁定4G", "LOCK_4G"),
            Map.entry("锁定5G", "LOCK_5G"),
            Map.entry("锁网4G", "LOCK_4G"),
            Map.entry("锁网5G", "LOCK_5G"),
            Map.entry("自由模式", "FREE"),
            Map.entry("第三方测试", "THIRD_PARTY"),
            Map.entry("抽测", "AUTHORITY"),
            Map.entry("直播", "LIVE"),
            Map.entry("支付", "PAYMENT"),
            Map.entry("掉线", "DROPPED"),
            Map.entry("掉话", "DROPPED"));

    static {
        name(
                Rat.NONE,
                "NONE",
                "无服务",
                "脱网",
                "无服务（脱网）",
                "无网络",
                "NO SERVICE",
                "NO COVERAGE",
                "NONETWORK",
                "OUT OF SERVICE");
        name(Rat.G2, "2G", "GSM", "GPRS", "EDGE", "CDMA", "1XRTT", "CDMA 1X", "IDEN");
        name(Rat.G3, "3G", "UMTS", "WCDMA", "TD SCDMA", "TDSCDMA", "HSPA", "HSPA+", "HSPAP", "HSPA PLUS", "HSDPA");
        name(
                Rat.G3,
                "HSUPA",
                "HSDPA+",
                "DC HSPA+",
                "DC HSDPA",
                "EVDO",
                "EHRPD",
                "CDMA2000",
                "EVDO 0",
                "EVDO A",
                "EVDO B");
        name(
                Rat.G4, "4G", "4G+", "LTE", "LTE A", "LTE+", "LTE CA", "TD LTE", "TDD LTE", "FDD LTE", "LTE TDD",
                "LTE FDD");
        name(Rat.G4, "LTE NR AVAIL", "TDLTE", "FDDLTE", "VOLTE", "NB IOT", "LTE M");
        name(
                Rat.G5, "5G", "5G+", "5GA", "5G A", "NR", "NR5G", "5GNR", "5G NR", "5G SA", "5G NSA", "NR SA", "NR NSA",
                "SA");
        name(Rat.G5, "NSA", "NR5G SA", "NR5G NSA", "EN DC", "ENDC", "LTE NR", "5GNR SA", "5GNR NSA", "NRSA", "NRNSA");
        name(Rat.WIFI, "WIFI", "WI FI", "WLAN", "无线局域网");
    }

    private Words() {}

    /** A network's code without dash, the code within the country in two digits at least: {@code 460-0} is 46000. */
    static String plmn(String text) {
        Matcher matcher = PLMN.matcher(text.strip());
        if (!matcher.matches()) {
            return text;
        }
        String network = matcher.group(2);
        return matcher.group(1) + (network.length() == 1 ? "0" + network : network);
    }

    /** A radio access technology and how the file called it, where that says more (SA, NSA, HSPA+ …). */
    record RatWord(Optional<Rat> rat, String detail) {}

    static RatWord rat(String word) {
        String key = key(word);
        Optional<Rat> rat = Optional.ofNullable(RATS.get(key));
        String detail = rat.map(found -> detail(found, key)).orElse(null);
        return new RatWord(rat, detail);
    }

    private static String detail(Rat rat, String key) {
        if (rat == Rat.NONE || key.equals(rat.code())) {
            return null;
        }
        if (rat != Rat.G5) {
            return key;
        }
        if (key.endsWith("NSA") || key.endsWith("DC") || key.equals("LTE NR")) {
            return "NSA";
        }
        return key.endsWith("SA") ? "SA" : null;
    }

    /** Finds a word of an enum by its code, its Chinese or English name, or another name of the trade. */
    public static <E extends Enum<E> & Coded> Optional<E> coded(Class<E> type, String word) {
        String text = word.strip();
        for (E constant : type.getEnumConstants()) {
            if (constant.code().equalsIgnoreCase(text)
                    || constant.text().zh().equals(text)
                    || constant.text().en().equalsIgnoreCase(text)) {
                return Optional.of(constant);
            }
        }
        String code = TRADE_WORDS.getOrDefault(text, text.replace('-', '_').replace(' ', '_'));
        return Coded.find(type, code);
    }

    /** 1 busy, 0 idle; empty when unknown. */
    static Optional<Integer> busy(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "BUSY", "业务", "业务态", "忙", "D", "V", "VD", "DATA", "VOICE" -> Optional.of(1);
            case "IDLE", "空闲", "空闲态", "闲", "I" -> Optional.of(0);
            default -> Optional.empty();
        };
    }

    /** 1 yes, 0 no; empty when unknown. */
    static Optional<Integer> yes(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "1", "TRUE", "YES", "Y", "是" -> Optional.of(1);
            case "0", "FALSE", "NO", "N", "否" -> Optional.of(0);
            default -> Optional.empty();
        };
    }

    private static void name(Rat rat, String... words) {
        for (String word : words) {
            RATS.put(key(word), rat);
        }
    }

    private static String key(String word) {
        return BETWEEN.matcher(word.toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
