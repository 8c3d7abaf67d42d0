package org.signalup.ledger.internal.table;

import java.util.List;
import java.util.stream.Stream;

/** The columns of the ledger tables; source: the file contract. */
public final class Headings {
    private static final Heading LON = Heading.of("lon", "经度", "lng", "longitude", "x", "东经");
    private static final Heading LAT = Heading.of("lat", "纬度", "latitude", "y", "北纬");
    private static final Heading CRS = Heading.of("crs", "坐标系", "坐标系统", "坐标系类型");
    private static final Heading PLACE_ID = Heading.of("place_id", "场所编号", "场所编码", "场所id", "编号");
    private static final Heading LINE_ID = Heading.of("line_id", "线路编号", "线路编码", "线路id");

    /** Which state of the row a file was exported from; used where rows are brought back, else passed over. */
    private static final Heading VERSION = Heading.of("version", "版本", "版本号");

    public static final List<Heading> PLACES = List.of(
            PLACE_ID,
            Heading.of("name", "场所名称", "名称"),
            Heading.of("scenario", "场景", "场景类型", "场景类别"),
            Heading.of("category", "类别", "级别"),
            Heading.of("division_code", "行政区划代码", "行政区划", "区划代码", "行政区划编码"),
            LON,
            LAT,
            CRS,
            Heading.of("address", "地址", "详细地址"),
            Heading.of("owner", "业主单位", "业主"),
            Heading.of("department", "责任部门", "主管部门"),
            Heading.of("target_year", "目标年份", "目标年度"),
            Heading.of("operators", "运营商", "电信企业", "基础电信企业"),
            Heading.of("reported_done", "上报完成日期", "上报完成时间"));

    public static final List<Heading> KEY_POINTS = List.of(
            Heading.of("point_id", "点位编号", "点位编码", "点位id"),
            Heading.of("place_id", "场所编号", "场所编码", "场所id"),
            LINE_ID,
            Heading.of("name", "点位名称", "名称"),
            Heading.of("kind", "点位类型", "类型"),
            LON,
            LAT,
            CRS,
            Heading.metres("radius_m", "半径"),
            Heading.of("indoor", "室内", "是否室内", "室内外"),
            Heading.of("floor", "楼层"),
            Heading.metres("chainage_from_m", "起始里程", "起始桩号"),
            Heading.metres("chainage_to_m", "终止里程", "终止桩号", "结束里程"),
            Heading.of("exempt_reason", "免测原因"));

    public static final List<Heading> DIVISIONS = List.of(
            Heading.of("code", "行政区划代码", "代码", "区划代码"),
            Heading.of("name", "名称", "行政区划名称"),
            Heading.of("parent", "上级", "上级代码"),
            Heading.of("valid_from", "生效日期"),
            Heading.of("valid_to", "失效日期"));

    public static final List<Heading> INSTRUMENTS = List.of(
            Heading.of("instrument_id", "仪器编号", "仪表编号", "编号"),
            Heading.of("name", "仪器名称", "名称", "仪表名称"),
            Heading.of("kind", "类型", "仪器类型", "仪表类型"),
            Heading.of("model", "型号"),
            Heading.of("chipset", "芯片", "芯片型号"),
            Heading.of("firmware", "固件版本", "软件版本"),
            Heading.of("antenna", "天线", "天线位置"),
            Heading.of("attenuation_db", "衰减", "馈线衰减"),
            Heading.of("device_ids", "终端编号", "设备编号"),
            Heading.of("calibrated_on", "校准日期"),
            Heading.of("certificate_no", "证书编号", "校准证书编号"),
            Heading.of("accreditation", "实验室认可", "认可"),
            Heading.of("valid_from", "证书生效日期", "生效日期"),
            Heading.of("valid_to", "证书失效日期", "失效日期", "有效期至"),
            Heading.of("compared_on", "最近比对日期", "比对日期"),
            Heading.of("comparison", "最近比对结果", "比对结果"),
            Heading.of("uncertainty_db", "扩展不确定度", "测量不确定度", "不确定度"),
            Heading.of("coverage_factor", "包含因子"));

    private Headings() {}

    /** A table's columns, and the version an export carries. */
    public static List<Heading> withVersion(List<Heading> columns) {
        return Stream.concat(columns.stream(), Stream.of(VERSION)).toList();
    }
}
