package org.signalup.intake.internal.structure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;

/** Walks through an XML file tag by tag. Document types and entities, which no measurement needs, refuse the file. */
final class XmlWalk {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 16;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final StringBuilder text = new StringBuilder();
    private int depth;

    private XmlWalk(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Takes one tag; false ends the walk. */
    interface Visitor {
        /** @param attributes of the tag at hand */
        boolean begin(String tag, Attributes attributes);

        /** @param text what stood directly before, since the last tag, without blanks around it */
        boolean end(String tag, String text, long line);
    }

    /** Attributes by name; null where there is none. */
    interface Attributes {
        String get(String name);
    }

    static void walk(InputFile file, Visitor visitor) throws IOException {
        try (InputStream in = file.open(Optional.empty(), bytes -> {})) {
            walk(in, visitor);
        }
    }

    static void walk(InputStream in, Visitor visitor) throws IOException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new RunGuard(in));
            new XmlWalk(reader).walk(visitor);
            reader.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNumber(), 0);
            throw new FileRefusal(RefusalCode.XML_BROKEN, line, "", Text.same(""));
        }
    }

    /** The JDK's own: others on the class path have other ideas of what is safe. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private void walk(Visitor visitor) throws XMLStreamException {
        boolean more = true;
        while (more && reader.hasNext()) {
            more = switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(visitor);
                case XMLStreamConstants.END_ELEMENT -> end(visitor);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FileRefusal(RefusalCode.XML_UNSAFE);
                default -> true;
            };
        }
    }

    private boolean begin(Visitor visitor) {
        if (++depth > DEEPEST) {
            throw new FileRefusal(RefusalCode.XML_UNSAFE, Text.of("嵌套过深", "nested too deep"));
        }
        text.setLength(0);
        return visitor.begin(reader.getLocalName(), name -> reader.getAttributeValue(null, name));
    }

    private boolean end(Visitor visitor) {
        depth--;
        boolean more = visitor.end(
                reader.getLocalName(),
                text.toString().strip(),
                reader.getLocation().getLineNumber());
        text.setLength(0);
        return more;
    }

    /** Long texts are coordinates of lines and descriptions, which nobody asks for. */
    private boolean text() {
        if (text.length() + reader.getTextLength() <= LONGEST_TEXT) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
        return true;
    }
}
