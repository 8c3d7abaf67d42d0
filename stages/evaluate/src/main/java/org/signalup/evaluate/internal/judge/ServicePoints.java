package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.standards.Standard.Services;

/** What services earn, from 0 to 1, by the rule the standard chose. */
final class ServicePoints {
    private final Services services;

    ServicePoints(Standard standard) {
        this.services = standard.services();
    }

    /** @param because what kept the service from all points */
    record Points(double earned, List<String> because) {}

    /** The mean of several services with all that kept them down; empty of none. */
    Optional<Points> mean(Set<Service> of, StarBasis basis) {
        double sum = 0;
        int counted = 0;
        List<String> because = new ArrayList<>();
        for (Service service : EnumSet.copyOf(of)) {
            Optional<Points> own = of(service, basis);
            if (own.isPresent()) {
                sum += own.get().earned();
                counted++;
                because.addAll(own.get().because());
            }
        }
        return counted == 0 ? Optional.empty() : Optional.of(new Points(sum / counted, because));
    }

    private Optional<Points> of(Service service, StarBasis basis) {
        if (!services.byGrades(service)) {
            return Optional.ofNullable(basis.services().get(service))
                    .filter(success -> services.success().containsKey(service))
                    .map(success -> ofSuccess(service, success));
        }
        Map<ServiceKpi, ServiceLevel> graded = basis.kpis().getOrDefault(service, Map.of());
        return services.enoughGraded(service, graded.size())
                ? Optional.of(ofGrades(service, new TreeMap<>(graded)))
                : Optional.empty();
    }

    private Points ofSuccess(Service service, double success) {
        ServiceGrade grade = services.success().get(service);
        double earned = (success - grade.poor()) / (grade.good() - grade.poor());
        return new Points(
                Math.min(1, Math.max(0, earned)), earned < 1 ? List.of(service.code() + ".SUCCESS") : List.of());
    }

    private Points ofGrades(Service service, Map<ServiceKpi, ServiceLevel> graded) {
        double sum = 0;
        List<String> because = new ArrayList<>();
        for (Map.Entry<ServiceKpi, ServiceLevel> kpi : graded.entrySet()) {
            sum += switch (kpi.getValue()) {
                case GOOD -> 1;
                case FAIR -> services.score().fairPoints();
                case POOR -> 0;
            };
            if (kpi.getValue() != ServiceLevel.GOOD) {
                because.add(service.code() + "." + kpi.getKey().code() + ":"
                        + kpi.getValue().code());
            }
        }
        return new Points(sum / graded.size(), because);
    }
}
