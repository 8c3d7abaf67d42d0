package org.signalup.publish;

import org.signalup.domain.Text;

/** A form in which a table leaves for other programs. */
public enum FileFormat {
    CSV("csv", "text/csv;charset=UTF-8", Text.same("CSV")),
    XLSX(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Text.of("XLSX（Excel、WPS）", "XLSX")),
    GEOJSON("geojson", "application/geo+json", Text.same("GeoJSON")),
    KML("kml", "application/vnd.google-earth.kml+xml;charset=UTF-8", Text.of("KML（奥维、Google 地球）", "KML")),
    /** MIF and MID in one archive. */
    MAPINFO("zip", "application/zip", Text.same("MapInfo MIF/MID"));

    private final String extension;
    private final String mediaType;
    private final Text text;

    FileFormat(String extension, String mediaType, Text text) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.text = text;
    }

    /** The ending of the file name, without the dot; no two formats share one. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public Text text() {
        return text;
    }

    /** Whether it is drawn on maps: of use only for tables whose rows lie somewhere. */
    public boolean map() {
        return this == GEOJSON || this == KML || this == MAPINFO;
    }
}
