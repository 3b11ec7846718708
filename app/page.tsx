export default function OverviewPage() {
  return <h1 className="text-title">Overview</h1>;
}
