package org.signalup.web.internal.compare;

import java.util.function.Function;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.PageEngine;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The pair last compared is kept open: paging through its flips asks the same tables again. */
@Component
final class Pairs implements DisposableBean {
    private Pair last;
    private String key = "";

    /** Asks a pair; one question at a time, so that no pair is closed while it is read. */
    synchronized <T> T ask(CatalogEntry here, CatalogEntry other, Function<Pair, T> question) {
        String wanted = here.id() + "\n" + here.stamp() + "\n" + other.id() + "\n" + other.stamp();
        if (!wanted.equals(key)) {
            destroy();
            last = new Pair(here, other, PageEngine.open());
            key = wanted;
        }
        return question.apply(last);
    }

    @Override
    public synchronized void destroy() {
        if (last != null) {
            last.close();
            last = null;
            key = "";
        }
    }
}
