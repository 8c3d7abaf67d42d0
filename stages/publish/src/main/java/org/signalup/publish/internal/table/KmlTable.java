package org.signalup.publish.internal.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.signalup.domain.Verdict;
import org.signalup.geo.GeoPoint;
import org.signalup.publish.Shape;
import org.signalup.publish.TableFile;
import org.signalup.publish.XmlText;

/** KML 2.2: a placemark a row, named by its first texts, coloured by its verdict, every column as extended data. */
public final class KmlTable implements TableFile {
    private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

    private final About about;
    private final List<Column> columns;
    private final int verdictColumn;
    private final int nameColumn;
    private final XMLStreamWriter xml;

    public KmlTable(About about, List<Column> columns, OutputStream out) throws IOException {
        this.about = about;
        this.columns = columns;
        List<String> codes = columns.stream().map(Column::code).toList();
        this.verdictColumn = about.verdict().map(codes::indexOf).orElse(-1);
        this.nameColumn = Math.max(0, codes.indexOf("name"));
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            begin();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("kml");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("Document");
        element("name", about.title().in(about.language()));
        element("description", about.note());
        for (Verdict verdict : Verdict.values()) {
            style(verdict);
        }
    }

    private void style(Verdict verdict) throws XMLStreamException {
        xml.writeStartElement("Style");
        xml.writeAttribute("id", verdict.code());
        xml.writeStartElement("IconStyle");
        element("color", colour(verdict));
        element("scale", "0.8");
        xml.writeEndElement();
        xml.writeStartElement("LineStyle");
        element("color", colour(verdict));
        element("width", "4");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** The colours of the report, in KML's order: opacity, blue, green, red. */
    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "ff5c6900";
            case FAIL -> "ff1043cf";
            case RETEST -> "ff2fb0f0";
            case TOO_FEW, UNDECIDED -> "ff8a7560";
            case NOT_MEASURED -> "ffb4a89c";
        };
    }

    @Override
    public void row(List<Object> values, Shape shape) throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement("Placemark");
            element("name", Plain.text(values.get(nameColumn)));
            if (verdictColumn >= 0) {
                element("styleUrl", "#" + Plain.text(values.get(verdictColumn)).toUpperCase(Locale.ROOT));
            }
            xml.writeStartElement("ExtendedData");
            for (int column = 0; column < columns.size(); column++) {
                data(columns.get(column), values.get(column));
            }
            xml.writeEndElement();
            geometry(shape);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void data(Column column, Object value) throws XMLStreamException {
        xml.writeStartElement("Data");
        xml.writeAttribute("name", column.code());
        element("displayName", column.heading().in(about.language()));
        element("value", Plain.text(value));
        xml.writeEndElement();
    }

    private void geometry(Shape shape) throws XMLStreamException {
        if (shape.none()) {
            return;
        }
        if (shape.isPoint()) {
            xml.writeStartElement("Point");
            element("coordinates", coordinates(shape.paths().get(0)));
            xml.writeEndElement();
            return;
        }
        xml.writeStartElement("MultiGeometry");
        for (List<GeoPoint> path : shape.paths()) {
            xml.writeStartElement("LineString");
            element("tessellate", "1");
            element("coordinates", coordinates(path));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String coordinates(List<GeoPoint> path) {
        return path.stream()
                .map(position -> Plain.decimal(position.lonDeg()) + "," + Plain.decimal(position.latDeg()))
                .collect(Collectors.joining(" "));
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.held(text));
        xml.writeEndElement();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
