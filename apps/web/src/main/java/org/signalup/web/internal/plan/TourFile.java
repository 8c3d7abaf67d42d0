package org.signalup.web.internal.plan;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.signalup.domain.Language;
import org.signalup.domain.SpreadsheetText;
import org.signalup.domain.Text;
import org.signalup.publish.Words;
import org.signalup.publish.XmlText;

/** A tour for the device that leads there. */
final class TourFile {
    private static final Text SIMULATED = Text.of("模拟数据", "simulated data");

    private static final String[] HEADINGS = {
        "stop",
        "place_id",
        "name",
        "lon",
        "lat",
        "km_from_previous",
        "key_points",
        "operators",
        "rats",
        "visits_for_b",
        "visits_for_a",
        "reasons",
        "note"
    };

    private final Tour tour;
    private final String evaluation;
    private final boolean simulated;
    private final Function<String, Text> operatorNames;
    private final Language language;

    /** @param evaluation its id, for the title */
    TourFile(Tour tour, String evaluation, boolean simulated, Function<String, Text> operatorNames, Language language) {
        this.tour = tour;
        this.evaluation = evaluation;
        this.simulated = simulated;
        this.operatorNames = operatorNames;
        this.language = language;
    }

    /** Route and way points, GPX 1.1. */
    String gpx() {
        return xml(xml -> {
            xml.writeStartElement("gpx");
            xml.writeDefaultNamespace("http://www.topografix.com/GPX/1/1");
            xml.writeAttribute("version", "1.1");
            xml.writeAttribute("creator", "SignalUp");
            xml.writeStartElement("metadata");
            element(xml, "name", title());
            xml.writeEndElement();
            for (Tour.Stop stop : tour.stops()) {
                gpxPoint(xml, "wpt", stop);
            }
            xml.writeStartElement("rte");
            element(xml, "name", title());
            for (Tour.Stop stop : tour.stops()) {
                gpxPoint(xml, "rtept", stop);
            }
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private void gpxPoint(XMLStreamWriter xml, String element, Tour.Stop stop) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("lat", degrees(stop.place().lat()));
        xml.writeAttribute("lon", degrees(stop.place().lon()));
        element(xml, "name", stop.number() + " " + stop.place().name());
        element(xml, "desc", todo(stop.place()));
        xml.writeEndElement();
    }

    /** Placemarks and the way between them, KML 2.2. */
    String kml() {
        return xml(xml -> {
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
            xml.writeStartElement("Document");
            element(xml, "name", title());
            for (Tour.Stop stop : tour.stops()) {
                xml.writeStartElement("Placemark");
                element(xml, "name", stop.number() + " " + stop.place().name());
                element(xml, "description", todo(stop.place()));
                xml.writeStartElement("Point");
                element(xml, "coordinates", coordinates(stop));
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeStartElement("Placemark");
            element(xml, "name", title());
            xml.writeStartElement("LineString");
            element(
                    xml,
                    "coordinates",
                    tour.stops().stream().map(TourFile::coordinates).collect(Collectors.joining(" ")));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    /** A row a stop. */
    String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADINGS);
            tour.stops().forEach(stop -> csv.writeRecord(record(stop)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private String[] record(Tour.Stop stop) {
        PlaceNeed place = stop.place();
        return new String[] {
            String.valueOf(stop.number()),
            SpreadsheetText.safe(place.id()),
            SpreadsheetText.safe(place.name()),
            degrees(place.lon()),
            degrees(place.lat()),
            String.format(Locale.ROOT, "%.3f", stop.fromHereM() / 1000),
            String.valueOf(place.points()),
            String.join(";", place.operators()),
            String.join(";", place.rats()),
            visits(place.visitsForB()),
            visits(place.visitsForA()),
            String.join(";", place.reasons()),
            simulated ? SIMULATED.in(language) : ""
        };
    }

    private static String visits(OptionalInt visits) {
        return visits.isPresent() ? String.valueOf(visits.getAsInt()) : "";
    }

    private String title() {
        String label = simulated ? SIMULATED.in(language) + " · " : "";
        return label + Text.of("测试路线", "test tour").in(language) + " " + evaluation;
    }

    private String todo(PlaceNeed place) {
        String reasons = place.reasons().stream()
                .map(code -> Words.planReason(code).in(language))
                .collect(Collectors.joining("; "));
        String operators = place.operators().stream()
                .map(code -> operatorNames.apply(code).in(language))
                .collect(Collectors.joining(", "));
        return operators + " · " + String.join(", ", place.rats()) + " · " + reasons;
    }

    private static String coordinates(Tour.Stop stop) {
        return degrees(stop.place().lon()) + "," + degrees(stop.place().lat());
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.held(text));
        xml.writeEndElement();
    }

    /** What writes a document. */
    private interface Body {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String xml(Body body) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            body.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
