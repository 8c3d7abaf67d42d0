package org.signalup.intake.internal.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.sqlite.SQLiteConfig;

/**
 * The feature tables of a GeoPackage, an SQLite database: every row with the name of its table ({@code TABLE}), position and
 * system ({@code LON}, {@code LAT}, {@code CRS}). The file comes from elsewhere: it is opened to read only, its views and
 * functions are not run, and no value of it may be large.
 */
final class GeoPackageRows implements FlatRows {
    private static final String LARGEST_VALUE = Integer.toString(16 << 20);
    private static final int MOST_TABLES = 100;
    private static final int HEADER = 8;
    /** Bytes of the envelope by its code, after the header of a geometry. */
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

    private final InputFile file;

    GeoPackageRows(InputFile file) {
        this.file = file;
    }

    @Override
    public void forEach(Predicate<FlatRow> handler) throws IOException {
        if (file.packed()) {
            throw new FileRefusal(RefusalCode.DATABASE_BROKEN, Text.same("gzip"));
        }
        try (Connection database = open()) {
            Rows rows = new Rows(database, handler);
            for (String table : tables(database)) {
                if (!rows.hand(table)) {
                    return;
                }
            }
        } catch (NoClassDefFoundError e) {
            // The jar for clusters comes without the database's native parts.
            throw new FileRefusal(
                    RefusalCode.DATABASE_BROKEN, Text.of("此程序不带 SQLite", "this program comes without SQLite"));
        } catch (SQLException e) {
            throw new FileRefusal(RefusalCode.DATABASE_BROKEN, Text.same(String.valueOf(e.getMessage())));
        }
    }

    /** Nothing is written beside the file, and it is not asked whether somebody else does. */
    private Connection open() throws SQLException {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setReadOnly(true);
        settings.enableLoadExtension(false);
        settings.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, LARGEST_VALUE);
        String place = file.path().toAbsolutePath().toUri().getRawPath();
        Connection database = settings.createConnection("jdbc:sqlite:file:" + place + "?immutable=1&mode=ro");
        try (Statement statement = database.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
        }
        return database;
    }

    /** Tables with rows of their own that the package lists as features; views and virtual tables are left alone. */
    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        String sql = "SELECT m.name FROM sqlite_master m JOIN gpkg_contents c ON lower(c.table_name) = lower(m.name)"
                + " WHERE m.type = 'table' AND m.rootpage > 0 AND c.data_type = 'features' ORDER BY m.name LIMIT "
                + MOST_TABLES;
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static final class Rows {
        private final Connection database;
        private final Predicate<FlatRow> handler;
        /** Tables that spell a column differently mean the same one. */
        private final Map<String, String> spellings = new HashMap<>();

        private long last;

        Rows(Connection database, Predicate<FlatRow> handler) {
            this.database = database;
            this.handler = handler;
        }

        boolean hand(String table) throws SQLException {
            String sql = "SELECT * FROM \"" + table.replace("\"", "\"\"") + "\"";
            try (Statement statement = database.createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                ResultSetMetaData columns = found.getMetaData();
                while (found.next()) {
                    if (!handler.test(FlatRow.of(++last, row(table, found, columns)))) {
                        return false;
                    }
                }
                return true;
            }
        }

        private Map<String, String> row(String table, ResultSet found, ResultSetMetaData columns) throws SQLException {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("TABLE", table);
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                Object value = found.getObject(i);
                if (value instanceof byte[] blob) {
                    point(blob, row);
                } else if (value != null) {
                    String name = columns.getColumnName(i);
                    row.put(spellings.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> name), value.toString());
                }
            }
            return row;
        }
    }

    /** A point in the binary form of GeoPackage: its own header, then well-known binary. */
    static void point(byte[] blob, Map<String, String> row) {
        boolean geometry = blob.length > HEADER && blob[0] == 'G' && blob[1] == 'P';
        int envelope = geometry ? blob[3] >> 1 & 7 : ENVELOPES.length;
        if (envelope >= ENVELOPES.length) {
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(blob).order(order(blob[3] & 1));
        int at = HEADER + ENVELOPES[envelope];
        if (blob.length < at + 1 + Integer.BYTES + 2 * Double.BYTES) {
            return;
        }
        ByteBuffer shape = ByteBuffer.wrap(blob).order(order(blob[at]));
        boolean point = (shape.getInt(at + 1) & 0xFFFF) % 1000 == 1;
        double x = shape.getDouble(at + 1 + Integer.BYTES);
        double y = shape.getDouble(at + 1 + Integer.BYTES + Double.BYTES);
        if (point && Double.isFinite(x) && Double.isFinite(y)) {
            row.put("LON", Double.toString(x));
            row.put("LAT", Double.toString(y));
            row.put("CRS", "EPSG:" + header.getInt(Integer.BYTES));
        }
    }

    private static ByteOrder order(int flag) {
        return flag == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }
}
