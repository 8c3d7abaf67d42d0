package org.signalup.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.signalup.engine.Column;

/** The seam's five types in Spark. */
final class SparkTypes {
    private SparkTypes() {}

    static StructType struct(List<Column> columns) {
        return DataTypes.createStructType(columns.stream()
                .map(column -> DataTypes.createStructField(column.name(), type(column.type()), true))
                .toList());
    }

    private static DataType type(Column.Type type) {
        return switch (type) {
            case INT -> DataTypes.IntegerType;
            case BIGINT -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
            case VARCHAR -> DataTypes.StringType;
        };
    }

    static List<Column> columns(StructType schema) {
        return Arrays.stream(schema.fields())
                .map(field -> new Column(field.name(), type(field.dataType())))
                .toList();
    }

    private static Column.Type type(DataType type) {
        return switch (type.typeName()) {
            case "byte", "short", "integer" -> Column.Type.INT;
            case "long" -> Column.Type.BIGINT;
            case "float", "double" -> Column.Type.DOUBLE;
            case "boolean" -> Column.Type.BOOLEAN;
            default -> Column.Type.VARCHAR;
        };
    }

    /** The same rows with none but the seam's types: small numbers as usual ones, what else there is as text. */
    static Dataset<Row> withKnownTypes(Dataset<Row> rows) {
        StructField[] fields = rows.schema().fields();
        if (Arrays.stream(fields).allMatch(field -> field.dataType().equals(known(field)))) {
            return rows;
        }
        // By place, for columns of a result need not differ in their names.
        String[] places =
                IntStream.range(0, fields.length).mapToObj(place -> "c" + place).toArray(String[]::new);
        Dataset<Row> placed = rows.toDF(places);
        return placed.select(IntStream.range(0, fields.length)
                .mapToObj(place ->
                        placed.col(places[place]).cast(known(fields[place])).as(fields[place].name()))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    private static DataType known(StructField field) {
        return type(type(field.dataType()));
    }

    /** As text, an instant says its offset in DuckDB; Spark leaves it out, and the time would be read as local. */
    static Dataset<Row> withTextsOfInstants(Dataset<Row> rows) {
        Dataset<Row> result = rows;
        for (StructField field : rows.schema().fields()) {
            if (field.dataType().equals(DataTypes.TimestampType)) {
                String quoted = "`" + field.name().replace("`", "``") + "`";
                result = result.withColumn(
                        field.name(), functions.concat(rows.col(quoted).cast("string"), functions.lit("+00")));
            }
        }
        return result;
    }
}
