package org.signalup.intake;

import org.signalup.domain.Text;

/** Why a whole file was refused. One refused file refuses the run, after all files were looked at. */
public enum RefusalCode {
    FILE_UNREADABLE("文件无法读取", "the file cannot be read"),
    NO_SAMPLE_FILE(
            "没有采样文件，应为 .csv、.csv.gz、.txt、.parquet、.xlsx 或压缩包",
            "no sample file, expected .csv, .csv.gz, .txt, .parquet, .xlsx or an archive"),
    FILE_EMPTY("文件为空", "the file is empty"),
    HEADER_ONLY("只有表头，没有数据行", "only a header, no rows"),
    WRONG_DELIMITER("分隔符不对", "wrong delimiter"),
    GZIP_BROKEN("gzip 文件不完整或已损坏", "the gzip file is truncated or damaged"),
    PACKED_BROKEN("压缩文件（bz2、xz）不完整或已损坏", "the packed file (bz2, xz) is truncated or damaged"),
    ARCHIVE_BROKEN("压缩包不完整或已损坏", "the archive is truncated or damaged"),
    ARCHIVE_BOMB("压缩包解开后过大或条目过多", "the archive unpacks to too much or too many files"),
    ARCHIVE_UNSAFE("压缩包内有不安全的路径", "an unsafe path in the archive"),
    ARCHIVE_NAME_TWICE("压缩包内同名文件出现两次", "a name appears twice in the archive"),
    ARCHIVE_ENCRYPTED("压缩包有密码，请先解密", "the archive is encrypted, decrypt it first"),
    ARCHIVE_DEEP("压缩包套得太深，最多三层", "archives within archives, three deep at most"),
    ARCHIVE_KIND(
            "不读这种压缩包，应为 .zip、.7z、.tar（可再经 gz、bz2、xz 压缩）",
            "an archive of a kind not read, expected .zip, .7z or .tar (packed by gz, bz2 or xz or not)"),
    JSON_BROKEN("JSON 文件不完整、嵌套过深或已损坏", "the JSON file is truncated, nested too deep or damaged"),
    JSON_TOO_LARGE("一个 JSON 对象超过 50 万个值", "one JSON object has more than 500 000 values"),
    XML_BROKEN("XML 文件不完整或已损坏", "the XML file is truncated or damaged"),
    XML_UNSAFE("XML 文件含 DOCTYPE、实体或嵌套过深", "the XML file has a DOCTYPE, entities or too deep a nesting"),
    DATABASE_BROKEN("数据库文件已损坏、不是 GeoPackage 或不可读", "the database is damaged, no GeoPackage, or cannot be read"),
    TRACK_MISSING(
            "日志没有位置，旁边也没有同名的轨迹文件（.gpx、.nmea 或 .csv）",
            "the log has no positions, and no track of the same name (.gpx, .nmea or .csv) lies beside it"),
    TRACK_INVALID("轨迹文件里没有可用的定位", "no fix in the track"),
    TOO_MANY_COLUMNS("列名超过 2000 个", "more than 2 000 column names"),
    NOT_TEXT("不是文本文件（含二进制内容）", "not a text file (binary content)"),
    LINE_TOO_LONG("一行超过 1 MiB", "a line is longer than 1 MiB"),
    ENCODING_INVALID(
            "编码混杂或无效，应为 UTF-8、UTF-16 或 GB18030 之一",
            "mixed or invalid encoding, expected one of UTF-8, UTF-16 or GB18030"),
    CRS_ABSENT("文件没有说明坐标系，请加 crs 列或 --crs", "the file states no coordinate system, add a crs column or --crs"),
    CRS_INVALID(
            "未知坐标系，应为 WGS84、CGCS2000、GCJ02、BD09 或 EPSG:n",
            "unknown coordinate system, expected WGS84, CGCS2000, GCJ02, BD09 or EPSG:n"),
    OPERATOR_ABSENT(
            "文件没有说明运营商，请在文件名中写明（如 CMCC），或在导入模板的 constants 中给出",
            "the file names no operator, write it into the file's name (CMCC) or into the constants of a profile"),
    COLUMN_MISSING("缺少必需的列", "a required column is missing"),
    COLUMN_TWICE("同一列出现两次", "a column appears twice"),
    UNIT_UNKNOWN("表头中的单位无法识别", "unknown unit in a heading"),
    FORMAT_UNKNOWN("无法识别文件格式", "unknown format"),
    FORMAT_AMBIGUOUS("文件格式有多种可能，请用 --profile 指定", "ambiguous format, choose one with --profile"),
    PROFILE_UNKNOWN("没有这个导入模板", "no such profile"),
    PROFILE_INVALID("导入模板有误", "the profile is invalid"),
    XLSX_UNSAFE("XLSX 文件不安全（压缩炸弹或 XML 实体）", "unsafe XLSX file (zip bomb or XML entity)"),
    XLSX_BROKEN("XLSX 文件已损坏", "the XLSX file is damaged"),
    PARQUET_BROKEN("Parquet 文件已损坏", "the Parquet file is damaged");

    private final Text text;

    RefusalCode(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
