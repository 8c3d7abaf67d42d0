package org.signalup.intake.internal.draft;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.signalup.domain.Rat;
import org.signalup.intake.SampleColumn;

/** What headings of the trade usually mean, in Chinese and English. The first that fits counts. */
final class HeadingWords {
    private static final int LOOKED_AT = 100;
    private static final Map<Pattern, SampleColumn> WORDS = new LinkedHashMap<>();
    private static final Pattern OTHER_CELL =
            Pattern.compile(".*(neigh|ncell|nrx|detected|second|csi|2nd|3rd|邻区|候选|扫频).*");
    private static final Pattern NR = Pattern.compile("(.*[^a-z])?(nr|5g|ss)([^a-z].*)?|ss.*");
    private static final Pattern LTE = Pattern.compile("(.*[^a-z])?(lte|4g|crs)([^a-z].*)?");
    private static final String DOWN = "(?=.*(下行|下载|down|(?<![a-z])dl(?![a-z])))";
    private static final String UP = "(?=.*(上行|上传|uplo|upli|(?<![a-z])ul(?![a-z])))";
    private static final String TRAFFIC = "(?=.*(pdcp|rlc|mac|phy|layer|bitrate|through|thr|吞吐|流量))";
    private static final String RATE = ".*(rate|through|thr|speed|bit|bps|速率|吞吐|流量|kbit|mbit).*";

    static {
        word(
                "observed_?at|time|.*time ?stamp.*|date ?time|.*(log|gps|pc|handset|device|start) ?time|time[_ (].*",
                SampleColumn.OBSERVED_AT);
        word("(measured|created)_?at|.*(测试|采集|开始|记录)时间.*|时间|日期时间", SampleColumn.OBSERVED_AT);
        word(place("lon|lng|long|longitude") + "|.*经度.*", SampleColumn.LON);
        word(place("lat|latitude") + "|.*纬度.*", SampleColumn.LAT);
        word(".*accuracy.*|.*定位精度.*|水平精度.*", SampleColumn.ACCURACY_M);
        word(place("operator|operator ?name|carrier|provider|mcc_?mnc|plmn") + "|.*运营商.*", SampleColumn.OPERATOR);
        word(
                place("rat|tech|technology|radio") + "|.*net(work)?[ _]?(type|mode|tech).*|.*制式.*|.*网络类型.*",
                SampleColumn.RAT);
        word(".*rsrp.*|.*参考信号接收功率.*", SampleColumn.RSRP_DBM);
        word(".*(sinr|rssnr).*|snr|.*信干噪比.*", SampleColumn.SINR_DB);
        word(".*rsrq.*|.*参考信号接收质量.*", SampleColumn.RSRQ_DB);
        word(DOWN + TRAFFIC + RATE, SampleColumn.TRAFFIC_DL_MBPS);
        word(UP + TRAFFIC + RATE, SampleColumn.TRAFFIC_UL_MBPS);
        word(DOWN + RATE + "|download|下载", SampleColumn.DL_MBPS);
        word(UP + RATE + "|upload|上传", SampleColumn.UL_MBPS);
        word(".*首帧.*", SampleColumn.FIRST_FRAME_MS);
        word(".*(接通时延|接入时[延长]|setup).*", SampleColumn.SETUP_MS);
        word(".*(卡顿.*时长|stall).*", SampleColumn.STALL_MS);
        word(".*(packet.?loss|loss|丢包).*", SampleColumn.LOSS_PCT);
        word(".*(jitter|抖动).*", SampleColumn.JITTER_MS);
        word(".*(latency|ping|(?<![a-z])rtt|时延|延迟).*", SampleColumn.LATENCY_MS);
        word(".*(?<![a-z])v?mos(?![a-z]).*", SampleColumn.MOS);
        word(".*arfcn.*|.*频点.*", SampleColumn.ARFCN);
        word(place("pci") + "|.*物理小区.*", SampleColumn.PCI);
        word(place("cell_?id|cell ?id|eci|nci|cgi") + "|.*小区(标识|号|id).*", SampleColumn.CELL_ID);
        word(place("band") + "|频段.*", SampleColumn.BAND);
        word(place("speed|velocity") + "|.*车速.*|速度.*", SampleColumn.SPEED_KMH);
        word(".*点位编号.*|point_?id", SampleColumn.POINT_ID);
        word(".*(桩号|里程).*|chainage.*|mileage.*", SampleColumn.CHAINAGE_M);
        word("楼层.*|floor", SampleColumn.FLOOR);
        word(".*测试单位.*", SampleColumn.TESTER_ORG);
        word(".*任务(编号|号).*", SampleColumn.TASK_ID);
        word(place("device|device_?id") + "|.*(终端|设备)(编号|标识).*", SampleColumn.DEVICE_ID);
        word(place("session|session_?id") + "|.*(会话编号|文件名).*", SampleColumn.SESSION_ID);
    }

    private HeadingWords() {}

    /** What a heading means; that of a cell other than the serving one means nothing. */
    static Optional<SampleColumn> meaning(String heading) {
        String key = key(heading);
        if (OTHER_CELL.matcher(key).matches()) {
            return Optional.empty();
        }
        return WORDS.entrySet().stream()
                .filter(word -> word.getKey().matcher(key).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether the heading is one of the canonical file. */
    static Optional<SampleColumn> canonical(String heading) {
        String bare = key(heading).replaceAll("[(\\[].*", "").strip();
        for (SampleColumn column : SampleColumn.values()) {
            if (column.code().equals(bare) || column.headings().stream().anyMatch(bare::equalsIgnoreCase)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** The technology a level's heading speaks of. */
    static Optional<Rat> rat(String heading) {
        String key = key(heading);
        return NR.matcher(key).matches()
                ? Optional.of(Rat.G5)
                : LTE.matcher(key).matches() ? Optional.of(Rat.G4) : Optional.empty();
    }

    private static String key(String heading) {
        String beginning = heading.substring(0, Math.min(heading.length(), LOOKED_AT));
        return Normalizer.normalize(beginning, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }

    /** A word of its own, whatever stands before and behind. */
    private static String place(String words) {
        return "(.*[^a-z])?(" + words + ")([^a-z].*)?";
    }

    private static void word(String regex, SampleColumn column) {
        WORDS.put(Pattern.compile(regex), column);
    }
}
