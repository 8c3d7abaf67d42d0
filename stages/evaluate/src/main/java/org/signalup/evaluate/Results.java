package org.signalup.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.signalup.evaluate.ResultRows.AggregateRow;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.evaluate.ResultRows.DisagreementRow;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.evaluate.ResultRows.ScoreRow;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;

/** A finished evaluation: the only way pages and reports read one. Lists are read once and are in file order. */
public interface Results {
    Path folder();

    Summary summary();

    Programme programme();

    Standard standard();

    Ledger ledger();

    List<PointRow> points();

    List<PlaceRow> places();

    /** Streams the bins, which may be millions. */
    void forEachBin(Consumer<BinRow> consumer);

    List<LineRow> sections();

    List<LineRow> lines();

    List<RateRow> rates();

    List<ProgressRow> progress();

    List<PlanRow> plan();

    /** What the filters of crowd samples caught; empty as well in an evaluation made before there were any. */
    List<CrowdRow> crowdFilters();

    /** KPIs of service sessions; empty as well in an evaluation made before there were any. */
    List<ServiceRow> services();

    /** Streams what the parts of scores earned and lost; none in an evaluation made before there were any. */
    void forEachScore(Consumer<ScoreRow> consumer);

    /** What internet companies brought; empty as well in an evaluation made before there was any. */
    List<AggregateRow> aggregates();

    /** How sources agree; empty as well in an evaluation made before they were compared. */
    List<AgreementRow> sourceAgreement();

    /** Streams what sources say of targets they differ about; none in an evaluation made before they were compared. */
    void forEachDisagreement(Consumer<DisagreementRow> consumer);

    /** What was refused for its instrument, by place and line; empty as well in an evaluation made before it was told. */
    List<InstrumentRow> instrumentRefusals();

    /** Streams how levels, rates and latency are spread; none in an evaluation made before it was told. */
    void forEachQuantile(Consumer<QuantileRow> consumer);
}
