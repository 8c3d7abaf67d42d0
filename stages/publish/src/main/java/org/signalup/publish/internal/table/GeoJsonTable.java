package org.signalup.publish.internal.table;

import java.io.OutputStream;
import java.util.List;
import org.signalup.geo.GeoPoint;
import org.signalup.publish.Shape;
import org.signalup.publish.TableFile;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** RFC 7946: WGS-84, longitude first; {@code note} beside the features says what they are. */
public final class GeoJsonTable implements TableFile {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final List<Column> columns;
    private final JsonGenerator json;

    public GeoJsonTable(About about, List<Column> columns, OutputStream out) {
        this.columns = columns;
        json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeStringProperty("name", about.code());
        json.writeStringProperty("note", about.note());
        json.writeArrayPropertyStart("features");
    }

    @Override
    public void row(List<Object> values, Shape shape) {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        geometry(shape);
        json.writeObjectPropertyStart("properties");
        for (int column = 0; column < columns.size(); column++) {
            json.writeName(columns.get(column).code());
            value(values.get(column));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void value(Object value) {
        if ((value instanceof Double number && Double.isFinite(number)) || value instanceof Long) {
            json.writeNumber(new java.math.BigDecimal(Plain.text(value)));
        } else if (value instanceof String text) {
            json.writeString(text);
        } else {
            json.writeNull();
        }
    }

    private void geometry(Shape shape) {
        if (shape.none()) {
            json.writeNullProperty("geometry");
            return;
        }
        json.writeObjectPropertyStart("geometry");
        if (shape.isPoint()) {
            json.writeStringProperty("type", "Point");
            json.writeName("coordinates");
            position(shape.position());
        } else {
            boolean one = shape.paths().size() == 1;
            json.writeStringProperty("type", one ? "LineString" : "MultiLineString");
            json.writeName("coordinates");
            if (one) {
                path(shape.paths().get(0));
            } else {
                json.writeStartArray();
                shape.paths().forEach(this::path);
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private void path(List<GeoPoint> path) {
        json.writeStartArray();
        path.forEach(this::position);
        json.writeEndArray();
    }

    private void position(GeoPoint position) {
        json.writeStartArray();
        json.writeRawValue(Plain.decimal(position.lonDeg()));
        json.writeRawValue(Plain.decimal(position.latDeg()));
        json.writeEndArray();
    }

    @Override
    public void close() {
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
