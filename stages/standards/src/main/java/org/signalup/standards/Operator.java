package org.signalup.standards;

import java.util.List;
import org.signalup.domain.Text;

/** 运营商: the customer's operator; a sample belongs to the SIM's home operator. Aliases are names found in files. */
public record Operator(String code, Text name, List<String> plmns, List<String> aliases) {
    public Operator {
        plmns = List.copyOf(plmns);
        aliases = List.copyOf(aliases);
    }
}
