package org.signalup.intake;

import java.util.Optional;
import org.signalup.domain.Text;

/** What looks wrong with a file although its rows can be read. A finding is a warning with a count; nothing is changed. */
public enum FindingCode {
    LON_LAT_SWAPPED("行的经纬度写反了：对调后才合理", "rows make sense only with longitude and latitude the other way round"),
    ZERO_POSITION("行的位置是 0,0，尚未定位", "rows are at 0,0, before the first fix"),
    SHIFTED_OUTSIDE_CHINA(
            "行在境外，却注明 GCJ02 或 BD09：这两种坐标系只用于境内",
            "rows lie outside China in GCJ02 or BD09, which are systems for China only"),
    GCJ02_AS_WGS84(
            "行注明 WGS84 却远离台账，当作 GCJ02 才挨着台账上的点和线",
            "rows are said to be WGS84 and far from the ledger, and beside its points and lines when taken as GCJ02"),
    JUMP("处位移超过 350 km/h：定位漂移，或几台终端混在一起", "moves are faster than 350 km/h: fixes astray, or several devices as one"),
    NOT_A_LEVEL(
            "行的电平或信干噪比是“没有测到”的记号（如 −200、−44、−32768），按缺失处理",
            "rows have a level or SINR that means “not measured” (−200, −44, −32768 …) and counts as missing"),
    RSRP_CONSTANT("行的 RSRP 全都相同：终端卡住，或是填充值", "rows all have the same RSRP: a stuck phone, or a filler"),
    LEVEL_STUCK("行连续同一电平和信干噪比：终端可能卡住", "rows one after the other have the same level and SINR: the phone may be stuck"),
    DUPLICATE_ROWS("行与前面的行时间、位置、数值都相同", "rows repeat an earlier one: same time, place and values"),
    RATE_TOO_HIGH(
            "个速率超过制式所能（4G 2 Gbit/s，其余 10 Gbit/s）：可能把 kbit/s 当成了 Mbit/s",
            "rates exceed what the network can do (4G 2 Gbit/s, else 10 Gbit/s): kbit/s taken for Mbit/s?"),
    RATES_FAR_ABOVE(
            "个速率整体远高于这种网络通常的水平，缩小到千分之一才相当：可能把 kbit/s 当成了 Mbit/s",
            "rates, as a whole, are far above what is usual on such networks and like it as a thousandth: kbit/s taken for Mbit/s?"),
    RATES_FAR_BELOW(
            "个速率整体远低于这种网络通常的水平，放大到一千倍才相当：可能把 Mbit/s 当成了 kbit/s",
            "rates, as a whole, are far below what is usual on such networks and like it a thousand times larger: Mbit/s taken for kbit/s?"),
    NO_OUTCOME(
            "行有业务而没有结果：不计入业务成功率和任何指标", "rows name a service without its outcome and count in no success share or KPI"),
    NIGHT("行中多数在当地 0–6 时：时间可能是 UTC", "rows, most of them between 0 and 6 o'clock: the times may be UTC"),
    FUTURE("行比文件本身还晚一天以上：时钟或时区有误", "rows are more than a day later than the file itself: clock or zone are wrong"),
    FAR_APART("行与其余行相隔一年以上：时钟可能没有校准", "rows are more than a year away from the others: a clock that was not set?");

    private final Text text;

    FindingCode(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    /** What would usually set it right, where something would; nobody but whoever knows the file can say. */
    public Optional<Correction> correction() {
        return switch (this) {
            case LON_LAT_SWAPPED -> Optional.of(new Correction(true, "", "", ""));
            case SHIFTED_OUTSIDE_CHINA -> Optional.of(new Correction(false, "WGS84", "", ""));
            case GCJ02_AS_WGS84 -> Optional.of(new Correction(false, "GCJ02", "", ""));
            case RATE_TOO_HIGH, RATES_FAR_ABOVE -> Optional.of(new Correction(false, "", "", "kbit/s"));
            case RATES_FAR_BELOW -> Optional.of(new Correction(false, "", "", "Mbit/s"));
            case NIGHT -> Optional.of(new Correction(false, "", "UTC", ""));
            default -> Optional.empty();
        };
    }

    /** What follows the number of rows or values. */
    public Text text() {
        return text;
    }
}
