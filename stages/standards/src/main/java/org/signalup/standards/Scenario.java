package org.signalup.standards;

import java.util.List;
import org.signalup.domain.Text;

/** 场景: one kind of key place, with the categories the notice names and the key-point kinds to look for. */
public record Scenario(String code, Text name, List<Category> categories, List<String> pointKinds) {
    public Scenario {
        categories = List.copyOf(categories);
        pointKinds = List.copyOf(pointKinds);
    }

    /** 类别 within a scenario, for example 5A scenic area. */
    public record Category(String code, Text name) {}
}
