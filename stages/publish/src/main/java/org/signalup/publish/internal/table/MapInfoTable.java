package org.signalup.publish.internal.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.signalup.geo.GeoPoint;
import org.signalup.publish.Shape;
import org.signalup.publish.TableFile;

/**
 * MapInfo interchange: shapes in {@code .mif}, values in {@code .mid}, both in one archive, Chinese in GBK as MapInfo for
 * China reads it. A character GBK does not have becomes {@code ?}, a text of more than 254 bytes is cut.
 */
public final class MapInfoTable implements TableFile {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int LONGEST_BYTES = 254;
    private static final int LONGEST_NAME = 31;

    private final List<Column> columns;
    private final ZipOutputStream zip;
    private final String code;
    private final Path values;
    private final Writer mif;
    private final Writer mid;

    public MapInfoTable(About about, List<Column> columns, OutputStream out) throws IOException {
        this.columns = columns;
        this.code = about.code();
        zip = new ZipOutputStream(out);
        values = Files.createTempFile("signalup", ".mid");
        mid = writer(Files.newOutputStream(values));
        readme(about);
        zip.putNextEntry(new ZipEntry(code + ".mif"));
        mif = writer(zip);
        begin();
    }

    private void readme(About about) throws IOException {
        zip.putNextEntry(new ZipEntry("README.txt"));
        zip.write((about.title().in(about.language()) + "\r\n" + about.note() + "\r\n").getBytes(GBK));
        zip.closeEntry();
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, encoder()));
    }

    private static CharsetEncoder encoder() {
        return GBK.newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .onMalformedInput(CodingErrorAction.REPLACE);
    }

    private void begin() throws IOException {
        mif.write("Version 300\r\nCharset \"WindowsSimpChinese\"\r\nDelimiter \",\"\r\n");
        mif.write("CoordSys Earth Projection 1, 104\r\nColumns " + columns.size() + "\r\n");
        for (Column column : columns) {
            mif.write("  " + name(column) + " " + type(column.type()) + "\r\n");
        }
        mif.write("Data\r\n\r\n");
    }

    private static String name(Column column) {
        return column.code().length() > LONGEST_NAME ? column.code().substring(0, LONGEST_NAME) : column.code();
    }

    /** Counts can be beyond MapInfo's 32-bit Integer. */
    private static String type(Type type) {
        return switch (type) {
            case TEXT -> "Char(" + LONGEST_BYTES + ")";
            case INTEGER -> "Decimal(18,0)";
            case DECIMAL -> "Float";
        };
    }

    @Override
    public void row(List<Object> row, Shape shape) throws IOException {
        for (int column = 0; column < row.size(); column++) {
            mid.write(column == 0 ? "" : ",");
            mid.write(cell(row.get(column)));
        }
        mid.write("\r\n");
        geometry(shape);
    }

    private static String cell(Object value) {
        String text = Plain.text(value);
        return value instanceof String ? "\"" + cut(text).replace("\"", "\"\"") + "\"" : text;
    }

    /** The longest beginning that fits, on one line. */
    private static String cut(String text) {
        String line = text.replaceAll("\\R", " ");
        CharBuffer rest = CharBuffer.wrap(line);
        encoder().encode(rest, ByteBuffer.allocate(LONGEST_BYTES), true);
        return line.substring(0, rest.position());
    }

    private void geometry(Shape shape) throws IOException {
        if (shape.none()) {
            mif.write("none\r\n");
        } else if (shape.isPoint()) {
            mif.write("Point " + position(shape.position()) + "\r\n");
        } else {
            boolean one = shape.paths().size() == 1;
            mif.write(one ? "Pline " : "Pline Multiple " + shape.paths().size() + "\r\n");
            for (List<GeoPoint> path : shape.paths()) {
                mif.write((one ? "" : "  ") + path.size() + "\r\n");
                for (GeoPoint position : path) {
                    mif.write(position(position) + "\r\n");
                }
            }
        }
    }

    private static String position(GeoPoint position) {
        return Plain.decimal(position.lonDeg()) + " " + Plain.decimal(position.latDeg());
    }

    @Override
    public void close() throws IOException {
        try {
            mif.flush();
            zip.closeEntry();
            mid.close();
            zip.putNextEntry(new ZipEntry(code + ".mid"));
            Files.copy(values, zip);
            zip.closeEntry();
            zip.finish();
        } finally {
            mid.close();
            Files.deleteIfExists(values);
        }
    }
}
